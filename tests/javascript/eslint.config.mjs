import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { globals: globals.browser, sourceType: "module" },
    rules: { "max-len": ["error", 120], "prefer-const": "error", eqeqeq: "error", complexity: ["error", 12] },
  },
];

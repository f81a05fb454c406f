"""The administrative units of Vietnam: names, tiers, codes, and the unit that a site speaks for."""

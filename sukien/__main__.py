"""`python -m sukien`, the same as the `sukien` command."""

from sukien import main

main()

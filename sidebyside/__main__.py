"""`python -m sidebyside` is the same as the `sidebyside` command."""

import sys

from sidebyside.cli import main

if __name__ == "__main__":
    sys.exit(main())

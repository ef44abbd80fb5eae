"""`python -m voiceflow`"""

import sys


def main() -> int:
    from voiceflow.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

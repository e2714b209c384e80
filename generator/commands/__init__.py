"""The commands of `ocop`, some a module. A module is loaded when one of its commands is asked for (`cli.py`)."""

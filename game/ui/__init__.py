"""The window: draws views, returns orders, and never draws a random number of the rules."""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

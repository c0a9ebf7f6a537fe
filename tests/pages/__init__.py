"""Written pages in a real browser: how they look, what they ask for, who can read them."""

"""x"""
def recipe_for(i): return {}
def compose(r): return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="200" height="200"><circle cx="100" cy="90" r="60" fill="#F7EDD6"/></svg>'

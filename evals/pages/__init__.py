"""The web app in a real browser: pictures of its screens, and what each page costs to load."""

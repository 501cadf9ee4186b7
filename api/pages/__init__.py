"""The web app's pages: which there are, what each needs, and how templates become HTML."""

"""PDF files: words and ruled tables by their places on the page; scanned pages by character recognition."""

"""What the pages on duties, penalties and documents are sent, and how it is put together."""

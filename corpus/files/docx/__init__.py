"""Word documents (.docx): what the reader of Word sees, in document order."""

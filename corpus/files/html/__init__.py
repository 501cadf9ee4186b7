"""Web pages: the words a reader of the browser sees; menus and hidden words set aside."""

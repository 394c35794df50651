// Nothing: the headers of poppler are C++.

"""Tables of any kind of file as rows of cells: xlsx, csv, headings, numbers in every written form."""

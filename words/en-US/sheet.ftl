# Words of the printed paper: a list of tags with barcodes.

sheet-page = Page { NUMBER($page) } of { NUMBER($pages) }
# The heading of the tags’ column.
sheet-tag = Tag
# $sign is the box that is printed for such a letter, $places are some of those below, joined by commas.
sheet-missing = A box ({ $sign }) stands for each letter that the font of this paper does not have. Write them in by hand: { $places }.
sheet-place-title = the title
sheet-place-subtitle = the line below the title
# $row is the number of a row.
sheet-place-tag = the tag of row { NUMBER($row) }
# $column is the heading of a column.
sheet-place-cell = { $column } of row { NUMBER($row) }
sheet-place-some-cell = a cell of row { NUMBER($row) }
sheet-place-closing = the words below the table
sheet-place-foot = the foot

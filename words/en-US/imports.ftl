# Words of the reader of files and of what is pasted: why a file cannot be read, what is asked of it, why a line was not taken.

# What a file is that was taken for a table, and what to do.
imports-foreign-zip = This file is a ZIP archive, whatever its name says. Open it and choose the table inside.
imports-foreign-archive = This file is a compressed archive. Unpack it and choose the table inside.
imports-foreign-pdf = This file is a PDF, whatever its name says. Ask for the list as CSV or XLSX.
imports-foreign-image = This file is a picture, whatever its name says. Ask for the list as CSV or XLSX.
imports-foreign-web-page = This file is a web page, whatever its name says. Open it in a spreadsheet program and save it as CSV.
imports-foreign-document = This file is a text document. Copy its list and paste it here, or save it as plain text.
imports-foreign-numbers = This file is a Numbers file. In Numbers choose File > Export To > CSV, and choose that file here.
imports-foreign-open-document = This file is an OpenDocument file. Save it as CSV or XLSX.
imports-foreign-old-excel = This file is a workbook of an old Excel (.xls). Open it in Excel and save it as CSV or XLSX.
imports-foreign-protected-excel = This file is a workbook with a password. Save it without one, or as CSV.
imports-foreign-binary-excel = This file is a binary workbook (.xlsb). Save it as CSV or XLSX.
imports-foreign-program = This file is a program, not a table. Choose another file.

# Why a file cannot be read. $line counts from 1.
imports-fault-empty = There are no lines to take here. Choose another file, or save it again where it was made.
imports-fault-nul = Line { NUMBER($line) } has NUL bytes: the file is damaged or was not saved to its end. Save it again where it was made.
imports-fault-not-text = Line { NUMBER($line) } is not text: the file is damaged, or of a kind that is not a table. Choose a CSV, TXT or XLSX.
# $encoding is the name of an encoding, such as UTF-8.
imports-fault-encoding = Line { NUMBER($line) } has characters that are not { $encoding }. Save the file again as “CSV UTF-8”.
imports-fault-quote = The quotation mark opened on line { NUMBER($line) } is never closed. Close or remove it, and try again.
imports-fault-too-large = This file is larger than { NUMBER($megabytes) } MB. Split it into smaller ones.
imports-fault-too-many-rows = This file has more than { NUMBER($limit) } rows. Split it into smaller ones.
imports-fault-row-too-long = Line { NUMBER($line) } is longer than any line of a table. Put each row on a line of its own.
imports-fault-too-many-columns = Line { NUMBER($line) } has more than { NUMBER($limit) } columns. Put each row on a line of its own.
imports-fault-no-tags = No column of this list holds tags. A list has one column of whole tags, or four columns: tag, gross weight, unit, wholesale price.
imports-fault-sheet-too-wide = Row { NUMBER($row) } of the sheet “{ $sheet }” has cells beyond column { NUMBER($limit) }. Delete them there and save it again.
imports-fault-no-tags-in-workbook = No visible sheet of this workbook holds tags. A list has one column of whole tags, formatted as Text. Correct it in Excel and save it again.
imports-fault-empty-sheet = The sheet “{ $sheet }” has no rows below its heading. Choose another file, or save it again where it was made.
imports-fault-workbook = This workbook cannot be read: it is damaged or was not saved to its end. Open it in Excel and save it again.
imports-fault-no-sheet = No visible sheet of this workbook has cells. Hidden sheets, rows and columns are not read: unhide in Excel what is meant, and save it again.
# $reason is the system’s own.
imports-fault-unreadable = This file could not be read: { $reason }. Close it in other programs and try again.

# What is asked where several sheets or columns could be meant, and its answers.
imports-ask-sheets = { $count ->
    [one] { $count } sheet of this workbook holds tags. Is it the one? Nothing is taken before you choose.
   *[other] { $count } sheets of this workbook hold tags. Which one is meant? Nothing is taken before you choose.
}
imports-ask-columns = { $count ->
    [one] { $count } column here holds tags. Is it the one? Nothing is taken before you choose.
   *[other] { $count } columns here hold tags. Which one is meant? Nothing is taken before you choose.
}
imports-ask-column = The column that holds tags may not be the one that is meant: its heading names other packages, or another column is headed as the tag’s. Is it the one? Nothing is taken before you choose.
imports-sheet = Sheet “{ $name }”
# $name is a column’s letter in a workbook, its number elsewhere.
imports-column = Column { $name }
imports-column-headed = Column { $name }: “{ $heading }”
imports-every-tag = { $count ->
    [one] Every tag of { $count } column
   *[other] Every tag of these { $count } columns
}

# What was read of a file and what was passed over. $column is one of the columns above, or every column.
imports-read-sheet = The sheet “{ $sheet }” was read.
imports-read-sheet-chosen = The sheet “{ $sheet }” was read, as you chose.
imports-every-column = Every column
imports-read-only-column = { $column } was read, the only one that holds tags.
imports-read-column-chosen = { $column } was read, as you chose.
imports-read-grid = These are rows of the state’s grid: each row’s own tag was read, its source packages were not.
imports-read-above-line = What stands above the heading, up to line { NUMBER($line) }, was passed over.
imports-read-above-row = What stands above the heading, up to row { NUMBER($line) }, was passed over.
# $what is one or more of the three below, joined by commas; $count is of all of them.
imports-hidden = { $count ->
    [one] { $what } was not read.
   *[other] { $what } were not read.
}
imports-hidden-sheets = { $count ->
    [one] { $count } hidden sheet
   *[other] { $count } hidden sheets
}
imports-hidden-rows = { $count ->
    [one] { $count } hidden row
   *[other] { $count } hidden rows
}
imports-hidden-columns = { $count ->
    [one] { $count } hidden column
   *[other] { $count } hidden columns
}

# Why a line of a file, or a row of a workbook, was not taken. $place is line or row.
imports-line-not-a-tag = Not a tag: { $why }. Compare it with the label and scan or type it again.
imports-line-no-tag = { $place ->
    [row] This row has other values but no tag. Add the tag, or remove the row.
   *[line] This line has other values but no tag. Add the tag, or remove the line.
}
imports-line-several-tags = { $place ->
    [row] There are { NUMBER($found) } tags in one place here. Give each of them a row of its own.
   *[line] There are { NUMBER($found) } tags in one place here. Give each of them a line of its own.
}
imports-line-tag-among-words = A tag and something else stand in one place here. Leave nothing there but the tag.
imports-line-number = A spreadsheet turned this tag into a number, and its last digits are lost. Format the column as Text there, enter the tags again, and save.
imports-line-columns-of-one = { $place ->
    [row] This row has { NUMBER($found) } columns, the others one. Put one tag on a row.
   *[line] This line has { NUMBER($found) } columns, the others one. Put one tag on a line.
}
imports-line-columns = { $place ->
    [row] This row has { NUMBER($found) } columns; there are { NUMBER($expected) } at most: tag, gross weight, unit, wholesale price.
   *[line] This line has { NUMBER($found) } columns; there are { NUMBER($expected) } at most: tag, gross weight, unit, wholesale price.
}
imports-line-weight = The gross weight “{ $found }” cannot be read: { $why }. Correct it.
# $why of a gross weight.
imports-line-weight-zero = it is zero
imports-line-no-unit = The gross weight has no unit. Add one, such as Grams or Pounds.
imports-line-unit = “{ $found }” is not a unit of weight. Use Grams, Kilograms, Ounces or Pounds.
imports-line-price = The wholesale price “{ $found }” cannot be read: { $why }. Correct it.
imports-line-twice = { $place ->
    [row] The same tag is on row { NUMBER($first) } already; that one counts. Compare both with the labels.
   *[line] The same tag is on line { NUMBER($first) } already; that one counts. Compare both with the labels.
}
imports-line-in-this-draft = This package is on this transfer already. There is nothing to do.
imports-line-in-another-draft = This package is in another draft, “{ $draft }”. Remove it there if it is to go with this one.
imports-line-not-found = No package with this tag is in this license’s books as last read. Compare it with the label, or bring the data up to date and try again.
imports-line-past-the-limit = A transfer carries at most { NUMBER($limit) } packages, and this one is full. Put it on another transfer.

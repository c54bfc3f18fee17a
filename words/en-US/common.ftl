# Words that several places share.

common-cancel = Cancel
common-close = Close
common-try-again = Try again
common-dismiss = Dismiss
common-copy = Copy
common-packages = { $count ->
    [one] { $count } package
   *[other] { $count } packages
}
common-ok = OK
# A file that was saved.
common-saved-as = Saved as { $file }.
common-open = Open
common-show-in-folder = Show in folder

# Words of receiving: the check list of an incoming transfer.

receiving-title = Receiving
receiving-manifest = Receiving manifest { $manifest }
receiving-back = Incoming
receiving-opening = Opening the check list…
receiving-save = Save as CSV…
receiving-close = Close the list
receiving-reopen = Open the list again

# Sentences above the list, one behind the other.
receiving-from = From { $sender }.
receiving-from-unknown = The sender is not stated.
receiving-started = Started { $time }.
receiving-started-by = Started { $time } by { $who }.
receiving-stays = This list stays on this computer: the packages are received on the state’s site.
receiving-closed = The list was closed { $time }.

receiving-scan-label = Scan a tag, or paste several
receiving-scan = Scan a tag
receiving-scan-none = Nothing scanned yet.

# Counts, and headings of the lists of packages.
receiving-expected = Expected
receiving-found = Found
receiving-missing = Missing
receiving-extra = Not on manifest
receiving-missing-none = Everything on the manifest was found.
receiving-extra-none = Nothing was scanned that is not on the manifest.
receiving-found-none = Nothing found yet.
receiving-undo = Undo
# The same for a screen reader. $tag is what was scanned.
receiving-undo-of = Undo { $tag }

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
receiving-scan = Tag or its last characters
receiving-scan-hint = A unique ending is enough: 4 characters or more.
receiving-scan-none = Nothing scanned yet.

# What a closed list came to. Its missing packages are named: $ending is the end of a tag, as “…012482”.
receiving-sum = { $expected ->
    [one] { NUMBER($found) } of { $expected } package found
   *[other] { NUMBER($found) } of { $expected } packages found
}
receiving-sum-all = { $expected ->
    [one] The package was found
   *[other] All { $expected } packages were found
}
receiving-sum-missing = { NUMBER($missing) } missing:
receiving-sum-extra = { NUMBER($extra) } not on the manifest:
receiving-sum-package = { $ending } { $item }, { $quantity }
receiving-sum-more = and { NUMBER($more) } more
# What a person does then on the state’s site. Its own words stay as they are.
receiving-next = Next, on the state’s site
receiving-next-find = Sign in as { $license }, open Transfers, and under Incoming find manifest { $manifest }.
receiving-next-receive = { $found ->
    [one] Receive the package that is here.
   *[other] Receive the { $found } packages that are here.
}
receiving-next-missing = { $missing ->
    [one] Reject the package that is missing, or note it there, and tell the sender.
   *[other] Reject the { $missing } packages that are missing, or note them there, and tell the sender.
}
receiving-next-extra = Put aside what is not on the manifest: it cannot be received with it. Ask the sender.
receiving-next-site = Open this license’s transfers on the state’s site
receiving-next-copy = Copy the manifest number

# Asked before a list is closed that is short.
receiving-close-ask = { $missing ->
    [one] Close the list with { $missing } package missing?
   *[other] Close the list with { $missing } packages missing?
}
receiving-close-more = You can open the list again later. Nothing is reported by it.
receiving-close-not = Go on counting
receiving-close-act = Close with { NUMBER($missing) } missing

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

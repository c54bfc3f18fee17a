# Words of a report to the state: what it does, where it is, what was found out about it, why something was refused.

# What a kind of report does, on a button or in a list.
reporting-kind-finish = Finish
reporting-kind-unfinish = Unfinish
reporting-kind-adjust = Adjust quantity
reporting-kind-location = Change location
reporting-kind-note = Change note
reporting-kind-item = Change item
reporting-kind-finalize = Finalize receipt
reporting-kind-unfinalize = Unfinalize receipt
reporting-kind-template-create = Make template
reporting-kind-template-update = Change template
reporting-kind-template-delete = Delete template

# One report in one line. $amount and $change are amounts with their units, the change with its sign.
reporting-line-finish = Finish package { $tag }, on { $day }
reporting-line-unfinish = Unfinish package { $tag }
reporting-line-adjust-up = Add { $amount } to package { $tag } ({ $reason })
reporting-line-adjust-down = Take { $amount } from package { $tag } ({ $reason })
reporting-line-adjust-set = Set package { $tag } to { $amount } ({ $change }, { $reason })
reporting-line-location = Move package { $tag } to { $location }
reporting-line-sublocation = Move package { $tag } to { $location }, { $sublocation }
reporting-line-note-removed = Remove the note from package { $tag }
reporting-line-note = Set the note of package { $tag } to “{ $note }”
reporting-line-item = Change the item of package { $tag } to { $item }
reporting-line-finalize = Make receipt { $receipt } final
reporting-line-unfinalize = Open receipt { $receipt } again
# $id is the state’s number of the template, $license the license that it goes to.
reporting-line-template-create = { $packages ->
    [one] Make template “{ $name }” for { $license }, { $packages } package
   *[other] Make template “{ $name }” for { $license }, { $packages } packages
}
reporting-line-template-update = { $packages ->
    [one] Replace template { $id } with “{ $name }” for { $license }, { $packages } package
   *[other] Replace template { $id } with “{ $name }” for { $license }, { $packages } packages
}
reporting-line-template-delete = Delete template { $id }, “{ $name }”

# Where a report is, in three sentences that stand side by side: what happened, whether the work is safe, what to do now.
reporting-safe-here = It is saved on this computer.
reporting-safe-kept = Your entry is kept here. Nothing is sent until you decide.
reporting-safe-shown = The state’s record shows it.
reporting-safe-seen = We rely on what you saw.
reporting-safe-not-recorded = The state recorded nothing. Your entry is kept here.
reporting-safe-sent-again = It is not known whether an earlier sending of it was recorded. Look on the state’s site.
reporting-safe-withdrawn = The state has no record of it.
reporting-safe-replaced = The state has no record of this one.

reporting-now-nothing = Nothing to do.
reporting-now-checking = We are checking; please do not enter it again.

reporting-waits = This is waiting its turn.
reporting-waits-now = Nothing to do. Until it is sent you can withdraw it.
reporting-offline = This is waiting for a connection.
reporting-offline-now = Nothing to do: it is sent by itself when the connection is back.
reporting-between = Something between this computer and the state is in the way: a web filter, a proxy, a wrong clock.
reporting-between-now = Look at what the sync line below says about it. This is sent by itself once that is fixed.
reporting-state-fails = The state’s system is not working at the moment.
reporting-state-fails-now = Nothing to do: we try again automatically.
reporting-asked = The state asked us to wait a little.
reporting-asked-now = Nothing to do: it continues by itself.
reporting-keys = The state does not accept the keys of this account.
reporting-keys-now = Check the keys in the account’s settings.
reporting-after-failure = The state failed while it was recording this. We made sure that nothing was recorded.
reporting-after-failure-now = Nothing to do: we send it again automatically.
reporting-blocked = This is waiting for another report that is stuck.
reporting-blocked-now = Settle the other report, or withdraw this one.
reporting-sending = This is on its way to the state.
reporting-sending-now = Nothing to do; please do not enter it again.
reporting-accepted = The state accepted this. We are reading it back to be sure.
reporting-answer-lost = We do not know yet whether the state recorded this.
reporting-foreign = Something between this computer and the state answered in its place, so we do not know whether this got through.
reporting-foreign-now = We are checking; please do not enter it again. If nothing was recorded, it is sent again by itself.
reporting-app-ended = Trackside closed while this was being sent. We do not know yet whether the state recorded this.
reporting-older-copy = Trackside’s file was damaged and an older copy took its place. This may have been sent since then.
reporting-other-refused = Another report that was sent with this one was refused. We are checking that this one was left out.
reporting-other-refused-now = Nothing to do: if it was left out, it is sent again by itself.
reporting-confirmed = The state recorded this, and we read it back.
reporting-already-so = The state already had it that way; nothing needed to be sent.
reporting-person-says-so = You told us that the state recorded this.
reporting-refused = The state refused this.
reporting-refused-now = Read the state’s answer, then edit and resend, or withdraw it.
reporting-may-not-read = Your key may not read this record, so we could not make sure of anything and sent nothing.
reporting-may-not-read-now = Ask for the permission, then edit and resend.
reporting-cannot-tell = We could not find out whether the state recorded this. Somebody may have changed the record in the meantime.
reporting-not-shown = The state accepted this, but its record does not show it. Somebody may have changed it since.
# The words in quotation marks are those on two buttons.
reporting-facts-now = Compare the facts, then choose “It was recorded” or “Send again”.
reporting-cannot-read = We do not know whether the state recorded this, and your key may not read the record.
reporting-cannot-read-now = Look on the state’s site, then choose “It was recorded” or “Send again”.
reporting-keeps-failing = The state has failed at this again and again. We made sure that nothing was recorded.
reporting-keeps-failing-now = Choose “Send again”, or withdraw it and report it on the state’s site.
reporting-moved = The state does not hold what you saw when you reviewed this, so it was not sent.
reporting-moved-now = Compare the figures, then choose what to send, or withdraw it.
reporting-withdrawn = This was withdrawn before it was recorded.
reporting-replaced = An edited report took the place of this one.

# What is compared, at the head of a row of facts.
reporting-fact-finished = Finished
reporting-fact-quantity = Quantity
reporting-fact-adjustment = Adjustment
reporting-fact-location = Location
reporting-fact-note = Note
reporting-fact-item = Item
reporting-fact-final = Final
reporting-fact-template = Template
reporting-fact-packages = Packages
reporting-fact-voided = Voided
reporting-fact-last-changed = Last changed
# What stands in a row of facts.
reporting-yes = yes
reporting-no = no
reporting-none = none
reporting-empty = empty
reporting-not-known = not known
reporting-not-here = not in this license
# Of the adjustments of a package, none bears the mark of ours.
reporting-none-marked = none with { $mark } among { NUMBER($rows) }
# Of the templates at the state.
reporting-not-among = not among { NUMBER($others) }

# Details in the audit.
reporting-audit-earlier = an earlier attempt was recorded
# $what is one of the facts above.
reporting-audit-moved = { $what }: seen { $seen }, the state holds { $now }
reporting-audit-replaced = by report { $report }

# Why a report was not queued or changed.
reporting-refusal-nothing = Nothing was chosen, so nothing was queued.
reporting-refusal-not-there = This report is not in the outbox any more.
reporting-refusal-on-its-way = This report is already on its way to the state and cannot be withdrawn.
reporting-refusal-over = This report is already over.
reporting-refusal-nothing-to-decide = There is nothing to decide about this report.
reporting-refusal-not-over = This report is not over yet, so it stays on the page.
reporting-refusal-other-entity = An edit stays with its package, receipt or draft. Withdraw this report and make a new one.
reporting-refusal-no-predecessor = This report was to wait for one that does not come before it.
reporting-refusal-note-too-long = { $found ->
    [one] The note has { $found } character; at most { NUMBER($most) } fit.
   *[other] The note has { $found } characters; at most { NUMBER($most) } fit.
}
reporting-refusal-name-too-long = { $found ->
    [one] The name has { $found } character; at most { NUMBER($most) } fit.
   *[other] The name has { $found } characters; at most { NUMBER($most) } fit.
}
# $details are a program’s own words.
reporting-refusal-not-written = The report could not be written down: { $details }.

reporting-command-disk-full = The disk is full, so this could not be saved. Nothing was queued or changed.
reporting-command-not-saved = This could not be saved on this computer. Nothing was queued or changed. ({ $details })
reporting-command-overtaken = Something else changed at the same moment. Nothing was queued or changed by this.
reporting-command-mixed-up = This command was mixed up with another one. Nothing was queued or changed.
reporting-command-closing = Trackside is closing. Nothing was queued or changed.
# $details where the ledger, which is Trackside’s own file, cannot be written.
reporting-ledger-closed = the ledger cannot be written

# What stands where the state’s own words would stand.
reporting-said-no-keys = no account is connected for this license
reporting-said-broke-off = the call broke off
reporting-said-receipt-open = the state does not say whether the receipt is final
reporting-said-template-unread = the template was not read
reporting-said-pages-apart = the pages of the list of templates do not fit together
# $what is a cause in words, $details what the system said of it.
reporting-said-with-details = { $what }: { $details }

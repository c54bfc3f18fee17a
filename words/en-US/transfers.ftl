# Words of transfers: the page, its lists, and a transfer’s details. A draft’s own words are in draft.ftl.

transfers-tabs = Transfers
transfers-tab-drafts = Drafts
transfers-tab-templates = Templates
transfers-tab-outgoing = Outgoing
transfers-tab-incoming = Incoming
transfers-tab-rejected = Rejected
transfers-opening = Opening…

# A new transfer.
transfers-new = New transfer
transfers-new-from-some = New transfer from…
transfers-new-from = New transfer from { $license }
# Other words by which a person may look for it, separated by spaces.
transfers-new-also = draft manifest template
transfers-new-with = New transfer with these packages
transfers-new-one-sender = A transfer has one sender: select packages of one license.

# The list of drafts.
transfers-drafts = Drafted transfers
transfers-drafts-search = Search drafts
transfers-drafts-count = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
transfers-drafts-column-transfer = Transfer
transfers-drafts-column-from = From
transfers-drafts-column-type = Type
transfers-drafts-column-destination = Destination
transfers-drafts-column-departure = Departure
transfers-drafts-column-packages = Packages
transfers-drafts-column-stage = Stage
transfers-drafts-column-changed = Changed
transfers-drafts-column-acts = Copy and delete
transfers-drafts-made-by = Made by { $who }
# $title is the draft’s name.
transfers-drafts-copy = Copy { $title }
transfers-drafts-delete = Delete { $title }
# Behind the stage of a draft.
transfers-drafts-changed-since = changed since it was sent
# $words is what was searched for.
transfers-drafts-not-found = No draft matches “{ $words }”
transfers-drafts-not-found-more = Each word must be found in a draft’s name, destination, type or stage.
transfers-drafts-clear-search = Clear the search
transfers-drafts-none = No drafts yet
transfers-drafts-none-more = Prepare a transfer here at any time, with or without a connection. Every change is kept on this computer at once; nothing goes to the state until you send it.

# Deleting a draft.
transfers-delete-title = Delete { $title }?
transfers-delete-keep = Keep it
transfers-delete-act = Delete the draft
transfers-delete-never-sent = It was never sent: the state does not know of it, and nothing changes there.
transfers-delete-waiting = If its report is still waiting in the Outbox, it is withdrawn and never sent.
transfers-delete-template = The draft is removed from this list. It stays in the audit.
transfers-delete-registered = The draft is removed from this list. The manifest in the state is not touched.
transfers-delete-template-asked = The state holds a template made from it.
transfers-delete-template-too = Delete the template in the state too, through the Outbox
transfers-delete-template-not = Leave the template in the state as it is

transfers-open-row = Open the transfer
transfers-templates = Transfer templates
transfers-templates-search = Search templates
transfers-templates-none = No templates
transfers-templates-none-more = Templates appear here once the state lists them: those sent from a draft here, and those made on its site.
transfers-outgoing = Outgoing transfers
transfers-outgoing-search = Search outgoing transfers
transfers-outgoing-none = Nothing is going out
transfers-outgoing-none-more = A transfer appears here once its manifest is registered on the state’s site.
transfers-incoming = Incoming transfers
transfers-incoming-search = Search incoming transfers
transfers-incoming-none = Nothing is on its way here
transfers-incoming-none-more = Transfers to this license appear here once their sender has registered the manifest.
transfers-rejected = Rejected transfers
transfers-rejected-search = Search rejected transfers
transfers-rejected-none = Nothing was rejected
transfers-rejected-none-more = Transfers with packages that a destination rejected appear here, so that you can receive those packages back.

# A transfer beside its list.
transfers-detail = Transfer
transfers-detail-close = Close the transfer (Escape)
transfers-detail-reading = Reading this transfer…
transfers-detail-receive = Receive with a check list
transfers-detail-stages = Stages
# When a stage was reached. $who is a person or a license.
transfers-stage-by = { $time } by { $who }
# Read aloud behind a stage that is still to come.
transfers-stage-not-yet = (not yet)
transfers-delivery = To { $recipient }
transfers-transporters = Transporters
# A package’s line on the manifest. Quantities carry their unit, prices their sign.
transfers-package-received = received { $quantity }
transfers-package-gross = gross { $weight }
transfers-package-shipper-price = shipper’s price { $price }
transfers-package-receiver-price = receiver’s price { $price }
transfers-manifest-open = Open manifest
transfers-manifest-save = Save manifest…

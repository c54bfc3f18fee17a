# The card of a package, which opens beside its tag.

card-name = Package { $tag }
card-back = Back to { $tag }
card-copy = Copy the tag
card-reading = Reading this package from the copy on this computer…
card-actions = Actions
card-chips = Status and flags

# The lines of the card.
card-held-by = Held by
card-received = Received
card-received-never = Never on a manifest
card-received-unstated = sender not stated
card-received-manifest = Manifest { $manifest }
card-location = Location
card-lab-testing = Lab Testing
# $state is the state's own term, for example “TestPassed”.
card-lab-since = { $state } since { $day }
card-expires = Expiration date
card-packaged-date = Packaged Date
card-production-batch = Production Batch
card-source-harvests = Source Harvests
card-source-packages = Source Packages
card-as-of = As the state had it on { $time }

# What waits in the outbox for the package.
card-outbox = In the outbox
card-outbox-title = In the outbox, not recorded yet
card-outbox-by = { $who }, { $time }

# Who made the package, and how Trackside knows.
card-packaged-by = Packaged By
card-basis-stated = The state says so
card-basis-never-received-here = Never received here
card-basis-seen = Seen at your license
card-basis-seen-at = Seen at your license { $license }
card-basis-item-origin = By item origin
card-basis-not-stated = Not stated
card-agrees = Agrees
card-disagrees = Disagrees

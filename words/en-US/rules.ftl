# Words of the rules: days and times, amounts, tags, what speaks against an action or a transfer, who packaged a package.

# Why an amount cannot be read. Each stands behind a colon, as in “The gross weight on line 3 cannot be read: …”.
rules-amount-not-a-number = it is not a number
# Both are numbers: without the comma, and with a point in its place.
rules-amount-comma = its comma can mean two things; write { $joined } or { $decimal }, whichever you mean
rules-amount-commas = its commas do not stand between thousands; write decimals with a point, such as 1234.5
rules-amount-below-zero = it is below zero
rules-amount-too-fine = it has more than six decimals or is too large
rules-amount-unknown-unit = “{ $found }” is not a unit that the state knows
# The unit as the state names it.
rules-amount-not-a-weight = { $unit } is not a unit of weight
rules-amount-unit = it has a unit; write the number alone
# Two units as the state names them.
rules-amount-two-units = it says { $behind } and the unit beside it says { $beside }
rules-amount-money = it has a dollar sign

# Why a text is not a tag. Each stands behind a colon.
rules-tag-empty = there is no tag here
rules-tag-length = a tag has 24 characters; this has { NUMBER($found) }
rules-tag-character = a tag has only digits and letters; “{ $found }” is neither

# What speaks against an action on a package.
rules-action-on-hold = Package { $tag } is on hold. Nothing can be done to it until the hold is lifted.
rules-action-finished = Package { $tag } is finished. Unfinish it first.
rules-action-not-finished = Package { $tag } is not finished, so there is nothing to unfinish.
rules-action-future = { $day } is in the future. Choose today or an earlier day.
rules-action-before-packaged = Package { $tag } was packaged on { $day }. Choose that day or a later one.
# $left is an amount with its unit.
rules-action-not-empty = Package { $tag } still holds { $left }. Adjust or sell it to zero before you finish it.
rules-action-no-change = An adjustment by zero changes nothing.
# Two units as the state names them.
rules-action-other-measure = Package { $tag } is measured in { $held }, and { $typed } cannot be converted to that.
rules-action-below-zero = Package { $tag } holds only { $left }. You cannot take away more than that.
rules-action-whole-pieces = Package { $tag } is counted in whole pieces. Use a whole number.
rules-action-reason-note = The reason “{ $reason }” needs a note.
rules-action-note-length = { $found ->
    [one] The note has { $found } character; at most { NUMBER($most) } fit. Shorten it.
   *[other] The note has { $found } characters; at most { NUMBER($most) } fit. Shorten it.
}

# What speaks against a transfer as a whole.
rules-transfer-type = Choose the type of this transfer.
# $kind is the state’s name of the type of transfer.
rules-transfer-invoice-number = A { $kind } needs an invoice number. Enter it.
rules-transfer-load-weight = The state will ask for the gross weight of the whole load when this is registered on its site. Have it at hand.
rules-transfer-pdf-document = The state will ask for a PDF document when this is registered on its site. Have it at hand.
rules-transfer-destination = Choose the license that this goes to.
rules-transfer-destinations = { $count ->
    [one] This has { $count } destination. California allows one on a manifest: make a transfer for each.
   *[other] This has { $count } destinations. California allows one on a manifest: make a transfer for each.
}
rules-transfer-to-itself = This is your own license. Choose the license that the load goes to.
rules-transfer-license-form = { $number } does not look like a California license number. Compare it with the license.
rules-transfer-wholesale-parties = A Wholesale Manifest goes from a distributor to a retailer. Choose Transfer unless you are sure.
rules-transfer-route = Describe the route that will be taken.
rules-transfer-transporter = Enter the license that carries the load.
rules-transfer-transporters = { $count ->
    [one] This has { $count } transporter. California allows one on a manifest: make a transfer for each.
   *[other] This has { $count } transporters. California allows one on a manifest: make a transfer for each.
}
rules-transfer-transporter-form = The transporter’s number { $number } does not look like a California license number. Compare it with the license.
rules-transfer-driver-name = Enter the driver’s name.
rules-transfer-driver-license = Enter the number of the driver’s license.
rules-transfer-vehicle-make = Enter the vehicle’s make.
rules-transfer-vehicle-model = Enter the vehicle’s model.
rules-transfer-vehicle-plate = Enter the vehicle’s license plate.
rules-transfer-phone = Enter the phone number for questions about this load.
rules-transfer-arrives-first = It would arrive on { $arrival } and leave on { $departure }. Let it arrive after it leaves.
rules-transfer-departure = Enter when the load leaves.
rules-transfer-arrival = Enter when the load arrives.
rules-transfer-late = { $hours ->
    [one] It left on { $departure } by this draft and is not reported yet. What happens is reported within { $hours } hour: send it now, or correct the time.
   *[other] It left on { $departure } by this draft and is not reported yet. What happens is reported within { $hours } hours: send it now, or correct the time.
}
rules-transfer-departure-passed = The departure, { $departure }, has passed. Enter when the load leaves.
rules-transfer-no-packages = Add at least one package.
rules-transfer-too-many = { $count ->
    [one] This has { $count } package; a transfer carries at most { NUMBER($limit) }. Move some to another transfer.
   *[other] This has { $count } packages; a transfer carries at most { NUMBER($limit) }. Move some to another transfer.
}

# What speaks against one line of a transfer. $line is its number.
rules-line-empty = Line { NUMBER($line) } has no tag. Scan or type one, or remove the line.
rules-line-no-tag = Line { NUMBER($line) } has no tag: { $why }. Correct it, or remove the line.
rules-line-twice = Package { $tag } stands on line { NUMBER($before) } and on line { NUMBER($line) }. Remove one of them.
rules-line-unknown-package = Package { $tag } on line { NUMBER($line) } is not among this license’s packages as last read. Compare the tag, or remove the line.
rules-line-lab-state = Package { $tag } on line { NUMBER($line) } is in lab testing state “{ $state }”. If { $destination } is to sell it, it must be { $states }.
rules-line-other-draft = Package { $tag } on line { NUMBER($line) } stands in another draft too: { $draft }. It can leave only once; remove it from one.
rules-line-sold-from = Package { $tag } on line { NUMBER($line) } has been sold from. Make sure that what is left is meant to go.
rules-line-weight-zero = The gross weight on line { NUMBER($line) } is zero. Enter what the package weighs.
rules-line-weight-unit = The gross weight on line { NUMBER($line) } needs a unit of weight, such as Grams or Pounds.
rules-line-weight-unread = The gross weight on line { NUMBER($line) } cannot be read: { $why }.
rules-line-weight-missing = Line { NUMBER($line) } has no gross weight. This type of transfer needs it.
rules-line-price-unread = The wholesale price on line { NUMBER($line) } cannot be read: { $why }.
rules-line-price-missing = Line { NUMBER($line) } has no wholesale price. A Wholesale Manifest needs one for every package.
# Two or more of the state’s names of lab testing states: those before the last are joined by commas.
rules-lab-states = { $before } or { $last }

# What keeps a package from going on a transfer. $package is one of the two below, or nothing where the package is named
# by what stands before.
rules-package-on-line = Package { $tag } on line { NUMBER($line) }
rules-package-here = This package
rules-obstacle-transferred = { $package } has gone to another license already. Leave it out.
rules-obstacle-in-transit = { $package } is on its way on another manifest. Leave it out, or wait until it is received or rejected.
rules-obstacle-in-transit-on = { $package } is on its way on manifest { $manifest }. Leave it out, or wait until it is received or rejected.
rules-obstacle-finished-on = { $package } was finished on { $day }. Unfinish it first, or leave it out.
rules-obstacle-finished = { $package } is finished. Unfinish it first, or leave it out.
rules-obstacle-on-hold = { $package } is on hold. It cannot go until the hold is lifted; leave it out.
rules-obstacle-empty = { $package } has nothing left in it. Leave it out, or adjust its quantity first.
rules-obstacle-lab-state = { $package } is in lab testing state “{ $state }”; { $destination } may receive only { $states }. Leave it out, or choose another destination.

# How it is known who packaged a package.
rules-packaged-by-stated = The state names this license as the packager.
rules-packaged-by-never-received-here = This license never received it on a manifest, so it was packaged here.
rules-packaged-by-never-received-there = The same tag is in this license’s books and was never received there.
rules-packaged-by-item-origin = The item comes from this license; the state does not name the packager.
rules-packaged-by-from-license = Received from { $license }; packager not stated.
rules-packaged-by-from-business = Received from { $name } ({ $license }); packager not stated.
rules-packaged-by-from-nobody = Received on a manifest; the sender is not named; packager not stated.

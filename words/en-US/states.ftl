# What the state calls how far something is. In files, filters and copies the state’s own English words stand; these are shown.

# A package’s lab testing.
states-lab-not-submitted = Not submitted
states-lab-submitted = Submitted for testing
states-lab-failed = Test failed
states-lab-passed = Test passed
states-lab-in-progress = Testing in progress
states-lab-awaiting = Awaiting confirmation
states-lab-retest-failed = Retest failed
states-lab-retest-passed = Retest passed
states-lab-remediated = Remediated
states-lab-selected = Selected for random testing
states-lab-not-required = Not required
states-lab-process-validated = Process validated
states-lab-decontaminated = Decontaminated
states-lab-r-and-d = R&D completed
# One that this version does not know, as the state names it.
states-lab-other = { $name }

# A lab sample’s result.
states-result-passed = Passed
states-result-failed = Failed
states-result-not-released = Not released

# How far a manifest is.
states-transfer-registered = Registered
states-transfer-in-transit = In transit
states-transfer-received = Received
states-transfer-rejected = Rejected
states-transfer-partly = Partly received
states-transfer-voided = Voided
states-transfer-gone = No longer listed

# What became of a package on a manifest, beside received and rejected.
states-package-accepted = Accepted
states-package-returned = Returned
states-package-shipped = Shipped

// Package storage keeps programmes on disk: Badger's tables, the program's own
// journal before them, backups, and the key ring of names. Nothing else touches
// the format on disk. It imports the model and nothing else of ours.
//
// # Words
//
// A data folder holds one [Store], which is one replica: its changes bear the
// folder's random id. A write is in the journal, fsynced, before the tables have
// it, and is acknowledged when both do. The tables are Badger's; of them all
// that counts stands in the journal and the backups too. A backup is a file that
// has been restored into a temporary store and compared before it got its name.
// The end record is written last when a store closes; without it the last end
// was unclean.
//
// # The folder
//
//	format            what this folder is
//	lock              held while the store is open; holder.json tells by whom
//	data/format       version of the records, id of the replica
//	data/journal/     segments of records, each digest over the one before
//	data/badger/      the tables
//	data/ended        fingerprints of all these, after a clean end
//	names/            key ring: names of persons, each under a key of its own
//	backups/          checked backups, thinned
//	damaged-…, replaced-…, version-…   data that was put aside, never removed
//
// # Promises
//
// Every file begins with its kind, the version of its format and a checksum of
// both. What a newer program wrote is refused and not touched; older records are
// backed up and then carried through pure steps into a new folder. Records are
// CBOR in core deterministic encoding. Files are replaced whole: a temporary
// name, fsync, rename, fsync of the folder.
//
// What [Store.Save], [Store.SaveVersion] and a [model.Log]'s Append have
// acknowledged is there after kill -9 and after a power cut, whole or not at
// all. A write that exceeds Badger's transaction is carried out as a batch with
// a mark that goes last; since the journal has all of it before, the next
// opening finishes what was cut short, and nothing need be swept. An
// acknowledged record that cannot be read is ErrDamaged, never "not found":
// after a clean end every file is compared with its fingerprint before Badger
// sees it; after an unclean one the whole store is tried out on a copy in a
// child process, record by record against backup and journal; and every reading
// of a programme counts what it reads.
//
// A backup is our own stream of records and not Badger's: it comes from one
// snapshot with its digest, holds nothing that has been replaced, and can be
// read without Badger.
//
// Summaries are derived. A save leaves them as they are; each knows the head it
// was made at, and is made anew when that is not the programme's: a save of one
// measure need not read the whole programme.
package storage

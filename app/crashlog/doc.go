// Package crashlog keeps what is left of a run of the program that ended by a
// panic or another fatal error, for support, without personal data.
//
// Words. The raw output is what Go's runtime writes when it dies, into the file
// .crash that [Watch] opened beforehand; nothing else can run then. It can
// hold words of a programme, since a panic may print any value. So the next
// start reads it, keeps a report and removes it. A report holds the program's
// version, the system, the time, the kind of the fault and the names of the
// functions that were running: no value of any variable, no message but those of
// Go's own runtime, no name of a folder. What is not known to be harmless is
// left out, not the other way round.
//
// On the disk, all in the data folder: crash.log is the newest report,
// crash-1.log and crash-2.log the two before it, each at most 64 KiB of plain
// text. A report that was shown to a person says so in its last line.
//
// The package imports nothing of ours and no window.
package crashlog

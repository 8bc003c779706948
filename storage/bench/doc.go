// Package bench measures the store against SQLite, doing the same work with the
// same durability on the same disk. It is a package of its own so that SQLite is
// never linked into the program. Run it with "make bench".
package bench

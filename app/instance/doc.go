// Package instance lets a second start of the program reach the first one that
// has the same data folder open.
//
// Words. The first program to [Listen] for a folder is its first instance. A
// later one asks it with [Ask]: to come forward, or to do a command and answer
// as the command would have. The pipe is local to the machine: its name holds the
// user and a hash of the folder's absolute path. On Windows it is a named pipe, on
// Linux a socket in the abstract namespace, elsewhere one in the user's own
// temporary folder. Only programs of the same user are listened to and believed.
// Nothing listens on the network.
//
// The package imports nothing of ours and no window.
package instance

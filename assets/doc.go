// Package assets embeds what the program carries with it: icons, fonts,
// translations, examples and templates. It holds bytes and hands them out; it
// imports nothing of the program and never reads the disk.
package assets

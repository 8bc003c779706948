// Package licences reads THIRD-PARTY-NOTICES.md, which names everything of
// others that is built into the program, with its licences in full.
//
// A component is a module, a font or the like; it has one licence text or
// several, and several components may share a text. The page is the one source
// of both what the repository shows and what the window shows; packaging/notices
// writes it, and a test there reads it back with this package. It imports
// nothing of ours.
package licences

// Package help is the help of the window's pages, in Finnish, Swedish and English.
//
// A page of help is called as the window's page is ("timeline/roadmap"), or as the
// part before the stroke for all pages of a group ("details"). It says what the
// page is for, what comes next, and a few points. The files are
// assets/help/{fi,sv,en}.json, with the same pages and as many points in all
// three (tested). The package may not import Fyne.
package help

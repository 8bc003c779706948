// Package e2e drives the real program from outside, as its users do: journeys
// through the window on a display in memory (package stage), commands as
// scripts (scripts/*.txtar), and what came out of both compared with the case
// that the project keeps (package outcome).
//
// The eight tasks (journey_tasks_test.go) are written once and carried out by two
// hands: one has a keyboard alone, the other a mouse alone, which types nothing
// but texts into fields that it clicked. make journeys keeps a picture of each act.
//
// Everything is a test. make e2e runs the journeys and scripts; make pictures
// and make bench run those that stand under the build tags pictures and bench.
package e2e

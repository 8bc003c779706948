package model

import "strconv"

// pathIndex writes one step of a finding's path, "goals[3]".
func pathIndex(name string, i int) string { return name + "[" + strconv.Itoa(i) + "]" }

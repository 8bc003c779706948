// Tavoitekartta is the desktop program in which a municipality writes, decides,
// follows up and publishes its integration programme.
package main

import "fmt"

const version = "0.1.0"

func main() {
	fmt.Println("Tavoitekartta", version)
}

package storage

// killedCode is the exit code with which os.Process.Kill has a process ended.
const killedCode = 1

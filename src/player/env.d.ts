/** Whether this is the stage's build, with a room to follow. A constant: the public build drops that code. */
declare const __LIVE__: boolean

/** Whether this is the stage's build, where there is a room to follow. A constant, so that the public build drops it. */
declare const __LIVE__: boolean

/** Whether this build is a stage's: only there is a room to follow. A constant, so that the public build is without. */
declare const __LIVE__: boolean

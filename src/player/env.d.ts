/**
 * Whether this is the stage's build, which has a room to follow. A constant: the public build drops its code.
 */
declare const __LIVE__: boolean

// What the build puts in.
declare const __BUILD__: string
/** This build takes the app off the tablet (`SELF_DESTROY=1`); the data stay. */
declare const __SELF_DESTROYS__: boolean

/** Comes after so many milliseconds; without a figure when everything else that waits has had its turn. */
export const pause = (milliseconds = 0): Promise<void> => new Promise((over) => setTimeout(over, milliseconds))

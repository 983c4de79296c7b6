/** Hops of mobile ions between the places about which they vibrate, how long they stay and whether they go together. */
package org.ionscape.transport.hops;

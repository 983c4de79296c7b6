/** The bar at the bottom that tells what is being computed, and its log. */
package org.ionscape.app.jobs;

/** Models that predict a weighted sum of the features: they differ in how the weights are found. */
package org.ionscape.learn.linear;

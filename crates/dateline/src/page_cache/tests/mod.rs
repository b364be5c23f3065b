mod answers;
mod under_load;

-- The latest incident of each promise for which one was opened by hand.
create table incident_place (
    product    text not null,
    -- Empty where it concerns the product as a whole.
    contract   text not null,
    commitment text not null,
    -- May not be open, or not yet.
    incident   uuid not null,
    primary key (product, contract, commitment)
);
